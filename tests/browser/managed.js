// A browser whose administrator set a policy for the extension. The copy of the extension has an id
// of its own, so that no other browser on this machine takes the policy for its own.

import { createHash, generateKeyPairSync, randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { GECKO_UUID, programOf, start, until } from "./driver.js";

/** Where Debian's Chromium looks for policies. */
const CHROMIUM_POLICIES = "/etc/chromium/policies/managed";

/** A public key, as a manifest has it, and the id that follows from it. */
function fixedKey() {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = publicKey.export({ type: "spki", format: "der" });
  const digits = createHash("sha256").update(key).digest("hex").slice(0, 32);
  const id = [...digits].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
  return { key: key.toString("base64"), id };
}

/** @param {string} folder @param {(manifest: any) => void} change */
function changeManifest(folder, change) {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

/** @param {object | undefined} policy undefined: an id of its own, and no policy */
function chromium(policy) {
  const { key, id } = fixedKey();
  const path = join(CHROMIUM_POLICIES, `touchstone-test-${process.pid}-${randomUUID()}.json`);
  const set = (value) => writeFileSync(path, JSON.stringify({ "3rdparty": { extensions: { [id]: value } } }));
  if (policy) {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true });
    set(policy);
  }
  return {
    set,
    options: { change: (folder) => changeManifest(folder, (manifest) => void (manifest.key = key)) },
    clean: () => rmSync(path, { force: true }),
  };
}

/**
 * Firefox reads the policies beside its program: a folder with a copy of the program and links to
 * all the rest is an installation with policies of its own.
 * @param {object | undefined} policy
 * @param {boolean} [inPrivate] whether the extension is allowed in private windows
 */
function firefox(policy, inPrivate) {
  const id = `${randomUUID()}@touchstone.invalid`;
  const installed = dirname(realpathSync(programOf(process.env.FIREFOX ?? "firefox-esr")));
  const folder = mkdtempSync(join(tmpdir(), "touchstone-firefox-"));
  const name = "firefox-esr";
  for (const file of readdirSync(installed)) {
    if (file === "distribution") continue;
    if (file.startsWith("firefox")) copyFileSync(join(installed, file), join(folder, file));
    else symlinkSync(join(installed, file), join(folder, file));
  }
  mkdirSync(join(folder, "distribution"));
  const policies = {
    ...(policy && { "3rdparty": { Extensions: { [id]: policy } } }),
    ...(inPrivate && { ExtensionSettings: { [id]: { private_browsing: true } } }),
  };
  writeFileSync(join(folder, "distribution", "policies.json"), JSON.stringify({ policies }));
  return {
    options: {
      executable: join(folder, name),
      prefs: { "extensions.webextensions.uuids": JSON.stringify({ [id]: GECKO_UUID }) },
      change: (copy) => changeManifest(copy, (manifest) => void (manifest.browser_specific_settings.gecko.id = id)),
    },
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Why there can be no policy on this machine; undefined when there can. @param {string} name */
export function unmanaged(name) {
  if (name === "firefox") return undefined;
  const path = join(CHROMIUM_POLICIES, `touchstone-test-${process.pid}.json`);
  try {
    mkdirSync(CHROMIUM_POLICIES, { recursive: true });
    writeFileSync(path, "{}");
    rmSync(path);
    return undefined;
  } catch (error) {
    return `POLICIES NOT TESTED IN CHROMIUM: ${CHROMIUM_POLICIES} cannot be written (${error instanceof Error ? error.message : error})`;
  }
}

/**
 * Starts a browser with a policy for the extension; what was written for it goes when it is closed.
 * @param {"chromium" | "firefox"} name @param {object} policy @param {object} [more] of `start`
 */
export function startManaged(name, policy, more = {}) {
  return startAs(name, { firstRun: true, ...more }, name === "chromium" ? chromium(policy) : firefox(policy));
}

/** Starts a browser whose user allows the extension in private windows. @param {"chromium" | "firefox"} name */
export async function startInPrivate(name) {
  // What no driver can switch on in Firefox a policy can.
  if (name === "firefox") return startAs(name, {}, firefox(undefined, true));
  const browser = await start(name);
  await browser.onExtensionsPage("updateProfileConfiguration", { inDeveloperMode: true });
  await browser.onExtensionsPage("updateExtensionConfiguration", { extensionId: browser.id, incognitoAccess: true });
  // It begins anew with that.
  await until(() => browser.openOwn("options.html").then((page) => page.close().then(() => true)), "the extension again");
  return browser;
}

async function startAs(name, more, made) {
  try {
    const browser = await start(name, { ...more, ...made.options });
    const close = browser.close.bind(browser);
    browser.close = () => close().finally(made.clean);
    return Object.assign(browser, { setPolicy: made.set });
  } catch (error) {
    made.clean();
    throw error;
  }
}
