/** Waits until nothing changes any more: what a press loads, and what it renders. */
export async function settle() {
  for (let quiet = 0, last = ""; quiet < 4;) {
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    const now = document.body.innerHTML.replace(/\d{1,4} (?:of \d{1,4} )?s\b/g, "");
    quiet = now === last ? quiet + 1 : 0;
    last = now;
  }
}
