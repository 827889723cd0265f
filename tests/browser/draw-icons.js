// Draws extension/icons/*.png and www/icons/*.png from icon.svg. The pictures are in git; this runs only by `./build.sh icons`.
import { readFileSync } from "node:fs";
import { start } from "./driver.js";

const svg = readFileSync("extension/icons/icon.svg", "utf8");
const browser = await start("chromium", { extension: null });
const page = await browser.browser.newPage();
const pictures = [...[16, 32, 48, 128].map((size) => [size, "extension"]), ...[192, 512].map((size) => [size, "www"])];
for (const [size, folder] of pictures) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>*{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: `${folder}/icons/${size}.png`, omitBackground: true });
}
await browser.close();
