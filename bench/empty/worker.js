// A worker that does nothing but answer: what any extension's worker costs.
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply({ born: performance.timeOrigin });
});
