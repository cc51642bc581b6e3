// Runs before the first paint, so that a dark page never flashes white. A file of its own keeps inline scripts out of the CSP.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('color-scheme');
  } catch {
    // Storage may be blocked; the system's choice is used.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
