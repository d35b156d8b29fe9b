// Reads a file with ical.js and prints what it holds: node foreign.js cards|items FILE
const { readFileSync } = require("fs");
const module_ = require("ical.js");
const ICAL = module_.default || module_;
const [, , kind, path] = process.argv;
const parsed = ICAL.parse(readFileSync(path, "utf8"));
const components = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((c) => new ICAL.Component(c));
const first = (component, name) => String(component.getFirstPropertyValue(name) ?? "");
const card = (c) => ({ name: first(c, "fn"), uid: first(c, "uid") });
const item = (c) => ({
  uid: first(c, "uid"),
  summary: first(c, "summary"),
  day: first(c, "due") || first(c, "dtstart"),
  alarms: c.getAllSubcomponents("valarm").length,
});
const found =
  kind === "cards"
    ? components.map(card)
    : components.flatMap((c) => c.getAllSubcomponents().map(item));
console.log(JSON.stringify(found));
