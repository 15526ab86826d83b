// What plain forms cannot do: nothing is asked while an input method composes, and the page follows the question at hand.
"use strict";

let composing = false;
document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", (event) => {
  composing = false;
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
});
document.addEventListener("htmx:confirm", (event) => {
  if (composing) event.preventDefault();
});

// Enter in a line leaves the field, and so saves it; a form is sent as a whole only by its buttons.
document.addEventListener("keydown", (event) => {
  const is_line = event.target instanceof HTMLInputElement && event.target.closest(".question");
  if (event.key === "Enter" && is_line && !event.isComposing) {
    event.preventDefault();
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  }
});

// The slides beside the form are those of the question that has the focus.
let at = document.querySelector(".question")?.dataset.slot;
document.addEventListener("focusin", (event) => {
  const question = event.target.closest?.(".question");
  if (!question || question.dataset.slot === at) return;
  at = question.dataset.slot;
  const company = document.querySelector("[data-company]").dataset.company;
  htmx.ajax("GET", `/c/${company}/q/${at}`, { target: "#seen", swap: "innerHTML" });
});

// A list that has other entries now is gone on with where it changed: at its new entry, or at the same button.
// Answers to what was typed come at any time: only the answer to the button moves the focus.
document.addEventListener("htmx:afterSettle", (event) => {
  const button = event.detail.requestConfig?.triggeringEvent?.submitter;
  if (button?.name !== "move") return;
  const question = document.getElementById(`q-${button.closest(".question").dataset.slot}`);
  const [, prefix = "", verb, number] = /^([a-z]{2}:(?=[a-z]))?([a-z]+):?(.*)$/.exec(button.value);
  const entries = question.querySelectorAll(`.entries[data-prefix="${prefix}"] > li`);
  const last = entries.length - 1;
  const at = { add: last, up: number - 1, down: Number(number) + 1, remove: Math.min(number, last) }[verb];
  const wanted = verb === "add" ? "textarea, input" : `button[value^="${prefix}${verb}"]:enabled`;
  (entries[at]?.querySelector(wanted) ?? entries[at]?.querySelector("button:enabled") ?? question.querySelector(`[value="${prefix}add"]`))?.focus();
});

// What was saved is what the page began with; what was typed after it was sent is not saved yet.
const fields = (form) => form.querySelectorAll("input:not([type=hidden]), textarea");
document.addEventListener("htmx:afterSettle", (event) => {
  const { elt: form, formData: sent } = event.detail.requestConfig ?? {};
  if (!(form instanceof HTMLFormElement) || !form.closest(".question")) return;
  const result = form.querySelector(".state").dataset.result;
  if (result !== "saved" && result !== "unchanged") return;
  for (const field of fields(form)) {
    if (field.type === "radio") field.defaultChecked = sent.get(field.name) === field.value;
    else if (field.type !== "file" && sent.has(field.name)) field.defaultValue = sent.get(field.name);
  }
});
const is_unsaved = (field) =>
  field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;

// What could not be sent is told at its form, and stays there as it was typed.
const lost = (event) => {
  const form = event.detail.elt.closest?.("form");
  if (!form) return;
  const said = document.getElementById("said");
  const told = form.querySelector(".lost") ?? document.createElement("p");
  told.className = "told error lost";
  told.setAttribute("role", "alert");
  told.textContent = said.dataset[`lost${event.detail.xhr.status}`] ?? said.dataset.lost;
  (form.querySelector(".state") ?? form).append(told);
  said.textContent = "";
};
document.addEventListener("htmx:responseError", lost);
document.addEventListener("htmx:sendError", lost);

// Somebody else changed the file: the page is drawn anew, unless something on it is not saved yet.
document.addEventListener("htmx:configRequest", (event) => {
  const watch = document.getElementById("watch");
  if (event.detail.elt === watch) event.detail.parameters.set("stamp", watch.dataset.stamp);
});
document.addEventListener("changed-outside", () => {
  if (document.querySelector("form.htmx-request")) return; // the change may be the one that is under way here
  const forms = [...document.querySelectorAll(".question form")];
  if (composing || forms.some((form) => [...fields(form)].some(is_unsaved))) return;
  const { id, name } = document.activeElement;
  sessionStorage.setItem("at", id ? `[id="${CSS.escape(id)}"]` : name ? `[name="${CSS.escape(name)}"]` : "body");
  location.reload();
});
// A page that is drawn anew by itself is gone on with where it was.
document.querySelector(sessionStorage.getItem("at"))?.focus({ preventScroll: true });
sessionStorage.removeItem("at");

// A link is copied by a button; where the browser lets no page do so, it is marked to be copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  await navigator.clipboard?.writeText(field.value);
  document.getElementById("said").textContent = button.dataset.said;
});
