// Comfort only: the page is whole without it.
(() => {
  const root = document.documentElement;
  const slides = [...document.querySelectorAll("article")];
  const links = [...document.querySelectorAll("nav a")];
  const tools = document.querySelector(".tools");
  const place = tools.querySelector("output");
  const list = document.querySelector("nav details");
  const show = tools.querySelector("[data-show]");
  const enter = show.textContent;
  let current = -1;
  let held = false;

  function hold() {
    held = true;
    setTimeout(() => { held = false; }, 100);
  }
  function mark(at) {
    if (at === current) return;
    current = at;
    slides.forEach((slide, index) => slide.classList.toggle("current", index === at));
    links.forEach((link, index) => index === at ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
    const nav = links[at].closest("nav");
    nav.scrollTop = links[at].offsetTop - nav.clientHeight / 2;
    place.textContent = `${at + 1}${tools.dataset.of}`;
    tools.querySelectorAll("[data-go]").forEach((button) => { button.disabled = !slides[at + Number(button.dataset.go)]; });
  }
  function go(at) {
    const slide = slides[at];
    if (!slide) return;
    hold();
    mark(at);
    slide.focus({ preventScroll: true });
    slide.scrollIntoView({ block: "start" });
  }
  function setShowing(on) {
    root.classList.toggle("showing", on);
    show.setAttribute("aria-pressed", String(on));
    show.textContent = on ? show.dataset.leave : enter;
    if (!on) slides[current].scrollIntoView({ behavior: "instant", block: "start" });
  }
  function toggle() {
    const on = !root.classList.contains("showing");
    setShowing(on);
    if (on) root.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) document.exitFullscreen();
  }

  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.go) go(current + Number(button.dataset.go));
    else toggle();
  });
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) setShowing(false); });
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const showing = root.classList.contains("showing");
    const steps = { ArrowRight: 1, ArrowLeft: -1, ...(showing ? { PageDown: 1, PageUp: -1 } : {}) };
    if (event.key in steps) { event.preventDefault(); go(current + steps[event.key]); }
    else if (event.key === "Escape" && showing) toggle();
  });
  // The slide whose head is in the upper third of the window; where the page ends, the one that was asked for stays.
  const seen = () => Math.max(slides.findLastIndex((slide) => slide.getBoundingClientRect().top < innerHeight / 3), 0);
  addEventListener("scroll", () => { if (!held && !root.classList.contains("showing")) mark(seen()); }, { passive: true });
  if (matchMedia("(max-width: 62rem)").matches) list.open = false;
  const named = () => slides.findIndex((slide) => `#${slide.id}` === location.hash);
  addEventListener("hashchange", () => { if (named() >= 0) { hold(); mark(named()); } });
  mark(Math.max(named(), 0));
})();
