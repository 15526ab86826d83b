// What plain forms cannot do: a picked colour is written beside, and the focus goes with a row that came or moved.
"use strict";

document.addEventListener("input", (event) => {
  if (event.target.id === "picked") document.getElementById("colour").value = event.target.value;
});

// Another way to write content takes effect at once.
document.addEventListener("change", (event) => {
  if (event.target.id?.startsWith("f-")) document.getElementById(`switch:${event.target.id.slice(2)}`)?.click();
});

// Answers to what was typed come at any time: only the answer to a button moves the focus.
document.addEventListener("htmx:afterSettle", (event) => {
  const asked = event.detail.requestConfig?.triggeringEvent;
  if (asked?.type !== "submit") return;
  const wanted = (asked.submitter?.name === "do" && goesOnAt(asked.submitter.value)) || document.getElementById("faulty");
  (wanted?.disabled ? wanted.parentElement.querySelector("button:not([disabled])") : wanted)?.focus();
});

const goesOnAt = (value) => {
  const [verb, key] = value.split(":");
  const [, list, number] = key?.match(/^(.*)\[(\d+)\]$/) ?? [];
  if (verb === "add") return newestIn(key);
  if (verb === "up") return document.getElementById(`up:${list}[${number - 1}]`);
  if (verb === "down") return document.getElementById(`down:${list}[${Number(number) + 1}]`);
  if (verb === "remove") return document.getElementById(list ? `add:${list}:` : "order-title");
  if (verb === "switch") return document.getElementById(`f-${key}`);
  return null;
};
const newestIn = (key) => {
  const rows = document.getElementById(`l-${key.replace(/[.[]/g, "_").replaceAll("]", "")}`)?.querySelectorAll(":scope > ol > li");
  return rows?.[rows.length - 1]?.querySelector("textarea, input:not([type=hidden]), select");
};
