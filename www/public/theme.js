// Sets the theme before the first paint. The page's own script takes over from here.
(() => {
  let theme = "system";
  try {
    theme = localStorage.getItem("everynode.theme") ?? "system";
  } catch {
    // Storage can be off; the system's theme is right then.
  }
  const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
