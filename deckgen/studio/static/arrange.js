// What plain forms cannot do: a picked colour is written beside, and the focus goes with a row that came or moved.
"use strict";

document.addEventListener("input", (event) => {
  if (event.target.id === "picked") document.getElementById("colour").value = event.target.value;
});

// Another way to write content takes effect at once.
document.addEventListener("change", (event) => {
  if (event.target.id?.startsWith("f-")) document.getElementById(`switch:${event.target.id.slice(2)}`)?.click();
});

let wanted = "";
document.addEventListener("click", (event) => {
  const [verb, key, kind] = event.target.closest?.("button[name=do]")?.value.split(":") ?? [];
  const [, list, number] = key?.match(/^(.*)\[(\d+)\]$/) ?? [];
  if (verb === "add") wanted = `row:${key}`;
  else if (verb === "up") wanted = `up:${list}[${number - 1}]`;
  else if (verb === "down") wanted = `down:${list}[${Number(number) + 1}]`;
  else if (verb === "remove" && list) wanted = `add:${list}:`;
  else if (verb === "remove") wanted = "order-title";
  else if (verb === "switch") wanted = `f-${key}`;
  else wanted = "";
});
document.addEventListener("htmx:afterSettle", () => {
  const faulty = document.getElementById("faulty");
  if (!wanted) return faulty?.focus();
  const [, key] = wanted.match(/^row:(.*)$/) ?? [];
  const rows = key ? document.getElementById(`l-${key.replace(/[.[]/g, "_").replaceAll("]", "")}`)?.querySelectorAll(":scope > ol > li") : [];
  const button = document.getElementById(wanted);
  const found = key ? rows?.[rows.length - 1]?.querySelector("textarea, input:not([type=hidden]), select") : button;
  wanted = "";
  (found?.disabled ? found.parentElement.querySelector("button:not([disabled])") : found)?.focus();
});
