// Asks the empty worker when the page is told to, and says how long it took.
document.addEventListener("ask-empty", async () => {
  const start = performance.now();
  const { born } = await chrome.runtime.sendMessage({ kind: "empty" });
  document.documentElement.setAttribute("answer-empty", JSON.stringify({ ms: performance.now() - start, born }));
});
