// Shapes shared by the scripts of the extension; read by tsc only.

/** A row of `platforms.js`, or "other". */
type Platform = string;
type Level = "not-enough" | "nothing-stood-out" | "worth-checking" | "verify-first";
type Corner = "bottom-right" | "bottom-left" | "top-right" | "top-left";

interface PlatformSettings {
  read: "auto" | "click" | "unset";
  badge: boolean;
}

/** `chrome.storage.local`, key `settings`. */
interface Settings {
  platforms: Record<Platform, PlatformSettings>;
  corners: Record<string, Corner>;
  off: string[];
  known: boolean;
  asked: boolean;
}

interface PlatformRow {
  kind: "built-in" | "profiles" | "tracking";
  id: Platform;
  name: string;
  hosts: string[];
  /** What the browser is asked for. */
  origins: string[];
  /** Where the page scripts are registered. */
  matches: string[];
  excludeMatches: string[];
  shapes: { route: boolean; path: RegExp; key: string | undefined }[];
  reserved: Set<string>;
}

declare var touchstonePlatforms: PlatformRow[];

/** What the reader returns for a page. */
interface Verdict {
  gate: "person" | "wall" | "not-found" | "organisation" | "other";
  level: Level | null;
  open: number;
  words: { en: string; fr: string };
  assessment: object | null;
  reading: object;
}

/** `chrome.storage.session`, key `tab:<id>`: what the panel shows. */
interface TabState {
  state: "reading" | "judged" | "not-a-candidate" | "failed" | "off";
  url: string;
  title: string;
  platform: Platform;
  verdict?: Verdict;
  why?: string;
  at: string;
}

/** Which page a question or an answer is about. */
interface PageToken {
  url: string;
  title: string;
}

interface Captured extends PageToken {
  html: string;
  truncated: boolean;
}

type ToWorker =
  | ({ kind: "page" } & Captured)
  | { kind: "left" }
  | { kind: "open" }
  | { kind: "settings" };

type ToPage = { kind: "read" } | { kind: "where" };

/** The worker's answer about a page. `badge` is null where there is nothing to say. */
interface Answer extends PageToken {
  badge: { level: Level; words: { en: string; fr: string } } | null;
}

interface BadgeActions {
  open(): void;
  settings(): void;
}

declare var touchstoneSettings: {
  platformOf(url: URL | Location): Platform;
  builtIn(host: string): Platform | undefined;
  isCandidate(url: URL | Location): boolean;
  complete(stored: unknown): Settings;
  knownForbidden(): Promise<boolean>;
  load(): Promise<Settings>;
  update(change: (settings: Settings) => void): Promise<void>;
  readsAlone(settings: Settings, url: URL | Location): boolean;
  watches(settings: Settings, host: string): boolean;
  drawsBadge(settings: Settings, url: URL | Location): boolean;
};

declare var touchstoneBadge: {
  show(badge: { level: Level; words: string }, corner: Corner | undefined, actions: BadgeActions): void;
  remove(): void;
  /** Whether a node is the badge's own, so that drawing it is not taken for a change of the page. */
  isOwn(node: Node): boolean;
};

declare var touchstoneCapture: { stop(): void; compact(html: string): string; capture(): Captured; prepare(): void } | undefined;

/** The Navigation API, which Firefox ESR may lack. */
declare var navigation: EventTarget | undefined;

declare namespace chrome {
  /** Firefox only. */
  const sidebarAction: { open(): Promise<void> } | undefined;
}

declare module "*/touchstone.js" {
  /** The panel's package only. */
  export function paint(root: HTMLElement, entry: unknown, language: string): void;
  /** The reader's package only. */
  export function judge(url: string, html: string, today: string, known: boolean): Verdict;
  /** Added by the build: forgets the instance, so that the next `init` makes a fresh one. */
  export function discard(): void;
  export default function init(): Promise<unknown>;
}
