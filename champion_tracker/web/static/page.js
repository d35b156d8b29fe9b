document.getElementById("again").addEventListener("click", () => window.location.assign("/"));

// Keys go to the application from the start, without a click.
window.addEventListener("load", () => document.querySelector("#terminal textarea")?.focus());
