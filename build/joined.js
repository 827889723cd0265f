// Joins the modules of this repository into one script, for the page that opens from disk: there
// a module cannot import another file. It knows the few forms of import and export that the
// repository and wasm-bindgen use, and stops the build at any other. Nothing of it ships.

import { posix } from "node:path";

const IMPORT = /^import\s+(?:(?<whole>\w+)\s*,?\s*)?(?:\{(?<names>[^}]*)\}\s*)?(?:from\s*)?["'](?<path>[^"']+)["'];?$/;
const DECLARED = /^export\s+(?<rest>(?:async\s+)?(?:function\*?|class|const)\s+(?<name>\w+))/;
const LISTED = /^export\s*\{(?<names>[^}]*)\};?$/;

/** `a as b, c` → [["a", "b"], ["c", "c"]] */
function pairs(names) {
  const parts = names.split(",").map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const [from, to = from] = part.split(/\s+as\s+/);
    return [from, to];
  });
}

/** Statements that go over several lines are put on one, where they import or export names. */
const oneLine = (source) => source.replace(/^(?:import|export)\s*(?:\w+\s*,\s*)?\{[^}]*\}[^\n]*$/gm, (found) => found.replace(/\s+/g, " "));

/** What an import line stands for, with `known` as the names of the modules. */
function imported(line, path, nameOf) {
  const found = IMPORT.exec(line);
  if (!found) throw new Error(`${path}: this import is not understood: ${line}`);
  const { whole, names = "", path: from } = found.groups;
  const target = posix.join(posix.dirname(path), from);
  const wanted = [...(whole ? [["default", whole]] : []), ...pairs(names)].map(([name, local]) => `${name}: ${local}`);
  return { target, code: wanted.length ? `const { ${wanted.join(", ")} } = ${nameOf(target)};` : "" };
}

/**
 * One module as an expression that gives what it exports.
 * @returns {{ code: string, needs: string[] }}
 */
function wrapped(source, path, nameOf) {
  const exported = [];
  const needs = [];
  const lines = oneLine(source).split("\n").map((line) => {
    if (/^import\b(?!\s*[.(])/.test(line)) {
      const { target, code } = imported(line.trim(), path, nameOf);
      needs.push(target);
      return code;
    }
    if (!line.startsWith("export")) return line;
    const declared = DECLARED.exec(line);
    if (declared) {
      exported.push([declared.groups.name, declared.groups.name]);
      return line.replace(/^export\s+/, "");
    }
    const listed = LISTED.exec(line.trim());
    if (!listed) throw new Error(`${path}: this export is not understood: ${line}`);
    exported.push(...pairs(listed.groups.names));
    return "";
  });
  const gives = exported.map(([local, name]) => (local === name ? name : `${name}: ${local}`)).join(", ");
  return { code: `const ${nameOf(path)} = (() => {\n${lines.join("\n")}\nreturn { ${gives} };\n})();`, needs };
}

/**
 * @param {string} entry path of the module that is run
 * @param {(path: string) => string} read gives the source of a module
 * @returns {string} a script without imports and exports
 */
export function join(entry, read) {
  const names = new Map();
  const nameOf = (path) => {
    if (!names.has(path)) names.set(path, `module${names.size}`);
    return names.get(path);
  };
  const done = new Map();
  const add = (path, above) => {
    if (above.includes(path)) throw new Error(`${path} imports itself: ${above.join(" → ")}`);
    if (done.has(path)) return;
    const { code, needs } = wrapped(read(path), path, nameOf);
    for (const need of needs) add(need, [...above, path]);
    done.set(path, code);
  };
  add(entry, []);
  return `"use strict";\n${[...done.values()].join("\n")}\n`;
}
