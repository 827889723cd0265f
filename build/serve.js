// Serves a folder on this machine only, with the policy as a header. For looking at www and for
// its tests; any static server can take its place.
//
//   node build/serve.js [FOLDER] [--port N]

import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** www/README.md says what it is for. A page's own policy can only narrow it. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HEADERS = { "content-security-policy": POLICY, "referrer-policy": "no-referrer", "x-content-type-options": "nosniff", "cache-control": "no-cache" };

/** The page that opens from disk has inline scripts, which its own policy names; this one would forbid them. */
const headersFor = (path) => (path.endsWith("touchstone.html") ? { ...HEADERS, "content-disposition": "attachment" } : HEADERS);

/** The file that an address means; undefined outside of the folder. */
function fileOf(folder, address) {
  const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/**
 * @param {string} folder
 * @param {number} port 0 for any that is free
 * @returns {Promise<{ address: string, asked: string[], close(): Promise<void> }>}
 */
export function serve(folder, port) {
  const root = resolve(folder);
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const file = request.method === "GET" ? safely(() => fileOf(root, request.url ?? "/")) : undefined;
    if (!file) return response.writeHead(404, HEADERS).end("Not found");
    return response.writeHead(200, { ...headersFor(file), "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  });
  const close = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => done({ address: `http://localhost:${server.address().port}/`, asked, close }));
  });
}

/** An address that is none means no file. */
function safely(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

async function main() {
  const options = { port: { type: "string", default: "8017" } };
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [folder = "dist/www"] = positionals;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error("--port needs a number from 0 to 65535");
  const { address } = await serve(folder, port);
  console.log(`  ${folder} is served at ${address} (Ctrl+C ends it)`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error) => {
    const taken = error.code === "EADDRINUSE";
    console.error(taken ? `Port ${error.port} is taken by another program. Choose another one: ./build.sh www --port 8018` : error.message);
    process.exit(1);
  });
}
