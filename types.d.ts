// Shapes shared by the scripts of the extension; read by tsc only.

/** A row of `platforms.js`, or "other". */
type Platform = string;
type Level = "not-enough" | "nothing-stood-out" | "worth-checking" | "verify-first";
type Corner = "bottom-right" | "bottom-left" | "top-right" | "top-left";

interface PlatformSettings {
  read: "auto" | "click" | "unset";
  badge: boolean;
}

/**
 * What holds of the user's choices and of a policy (src/settings): `chrome.storage.local`, key `inForce`. Under the
 * key `settings` lies what the user chose, and no more.
 */
interface Settings {
  platforms: Record<Platform, Partial<PlatformSettings>>;
  /** The platforms that may be read at all; null when all may. */
  allowed: Platform[] | null;
  corners: Record<string, Corner>;
  off: string[];
  known: boolean;
  asked: boolean;
  /** Null for the browser's. */
  language: string | null;
  /** The user's estimate that one application in so many has misstated details. */
  one_in: number | null;
  /** Null when nothing is kept. */
  keep_days: number | null;
  /** Whether search links are offered. */
  links: boolean;
  /** Nothing without a click until then. */
  snooze_until: string | null;
}

/** What scripts look at in a record that is shown; the painter knows the rest. */
interface Shown {
  title?: string;
  url?: string;
  /** When the page was read, ISO 8601. */
  at?: string;
  /** The name of the work on a candidate of the desk. */
  key?: string;
  verdict?: { assessment?: { level: Level; hits: { id: string }[] } | null };
}

/** What is kept beside the work on a candidate. */
interface AboutWork {
  title: string;
  url: string;
  level: Level | undefined;
  /** The moment, ISO 8601. */
  at: string;
}

/** `chrome.storage.local`, key `kept:<key>`. */
interface KeptWork extends AboutWork {
  work: string;
  until: string;
}

/** Where the work on candidates lies, by name, and the counts of all lines. */
interface WorkStore {
  /** Empty where there is none. */
  load(key: string): Promise<string>;
  save(key: string, work: string, about: AboutWork): Promise<void>;
  forget(key: string): Promise<void>;
  common(): Promise<string>;
  keepCommon(common: string): Promise<void>;
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
  /** Addresses of candidates' pages, as they are shown. */
  pages: string[];
  shapes: { route: boolean; path: RegExp; key: string | undefined }[];
  reserved: Set<string>;
}

declare var touchstonePlatforms: PlatformRow[];

/** The same in several languages, by code; English is always there. */
type Told = { en: string } & { [code: string]: string | undefined };

/** What badge and toolbar say; the words by language code. */
interface Counted {
  level: Level | null;
  open: number;
  /** Whether the user wants the page to be left alone. */
  quiet: boolean;
  words: Told;
}

type Painted = Counted;

/** What the reader returns for a page. */
interface Verdict extends Counted {
  gate: "person" | "wall" | "not-found" | "organisation" | "other";
  assessment: object | null;
  reading: object;
  /** From the worker: the name of the work on the page, where nothing in it could make the level another one. */
  work?: string;
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
  /** A page is about to be read. */
  | { kind: "soon" }
  | { kind: "left" }
  | { kind: "open" }
  | { kind: "settings" }
  /** From the panel: the lines were counted again. */
  | { kind: "counted"; tab: number; url: string; said: Counted };

type ToPage =
  | { kind: "read" }
  | { kind: "where" }
  | { kind: "capture" }
  | ({ kind: "badge"; url: string } & Pick<Answer, "badge">)
  /** The user asks to see these words in the page with this address. */
  | { kind: "show"; url: string; words: string };

/** The worker's answer about a page. `badge` is null where there is nothing to say. */
interface Answer extends PageToken {
  badge: { level: Level; words: Told } | null;
}

interface BadgeActions {
  open(): void;
  settings(): void;
}

declare var touchstoneSettings: {
  platformOf(url: URL | Location): Platform;
  builtIn(host: string): Platform | undefined;
  isCandidate(url: URL | Location): boolean;
  isWhole(stored: unknown): stored is Settings;
  load(): Promise<Settings>;
  update(change: (user: Partial<Settings>) => void): Promise<void>;
  switchSite(host: string, isOff: boolean): Promise<void>;
  isOff(settings: Settings, url: URL | Location): boolean;
  isQuiet(settings: Settings): boolean;
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

/** Where the desk keeps its state: the session's storage in the extension, memory in www. */
interface DeskStore {
  /** What `save` was given last; anything else counts as nothing. */
  load(): Promise<unknown>;
  save(value: unknown): Promise<void>;
}

interface DeskOptions {
  store: DeskStore;
  settings: () => Promise<{ known: boolean }>;
  /** Starts one of the two workers; without it they are the files beside desk.js. */
  worker?: (name: "desk" | "files") => Worker;
}

/** One source of the candidate, as the record lists it. */
interface DeskSource {
  id: number;
  name: string;
  kind: "page" | "text" | "file";
  /** When it was added, ISO 8601. */
  at: string;
  url?: string;
  /** The tab that it was read from. */
  tab?: number;
  /** Whether the words may be shown in the page itself, when the user asks for it. */
  in_page: boolean;
  /** Why it could not be read: a word of `Problem` in src/desk. */
  problem?: string;
  /** Its number among the sources that were judged together; absent when it was not. */
  judged?: number;
  /** What was read, line by line: the panel's own copy. */
  text: string[];
}

/** What is handed to `paint` about the candidate on the desk. */
interface DeskRecord {
  state: "no-sources" | "judged" | "failed";
  title?: string;
  /** The name of the work on this candidate. */
  key?: string;
  verdict?: { assessment: { level: Level; hits: { id: string }[] } };
  sources: DeskSource[];
  /** Two sources whose names do not agree, until the user says whether they are one person. */
  question?: { ids: [number, number] };
  /** Other candidates on the desk. */
  others: { id: number; names: string[] }[];
  can_undo: boolean;
}

/** `tab` says which tab a page was read from, so that its words can be shown there. */
interface DeskPage extends PageToken {
  html: string;
  tab?: number;
  truncated?: boolean;
}

/** Everything rejects with a `DeskError` whose `problem` is a word that the screen has a sentence for. */
interface Desk {
  addPage(page: DeskPage): Promise<void>;
  /** What somebody else has put together: a source, or that a new candidate begins. */
  add(source: DeskWaiting): Promise<void>;
  addText(name: string, text: string): Promise<void>;
  /** A file that cannot be opened becomes a source with a problem; only `stop` rejects. */
  addFile(file: File, onProgress?: (step: "opening" | "reading") => void): Promise<void>;
  /** Ends whatever is being opened, read or judged; its promises reject with "stopped". */
  stop(): void;
  isBusy(): boolean;
  remove(id: number): Promise<void>;
  /** Takes a source out into a candidate of its own, which is then shown. */
  split(id: number): Promise<void>;
  /** Puts another candidate's sources to those that are shown. */
  join(candidate: number): Promise<void>;
  /** Shows another candidate. */
  open(candidate: number): Promise<void>;
  /** The user says that these sources are one person, whatever their names. */
  samePerson(ids: [number, number]): Promise<void>;
  undo(): Promise<void>;
  /** Starts a new candidate: what was there can be brought back by `undo` only. */
  clear(): Promise<void>;
  record(): Promise<DeskRecord>;
  /** Called after every change of this desk. */
  subscribe(listener: () => void): () => void;
  /** Tells the listeners that the store was changed by somebody else. */
  changed(): void;
}

interface DeskAdd {
  do: "add";
  at: string;
  name: string;
  kind: DeskSource["kind"];
  content: { page: { url: string; html: string; tab?: number; truncated: boolean } } | { text: string } | { paper: object } | { problem: string };
}

/** What waits for the panel: a source, or that it begins a new candidate. */
type DeskWaiting = DeskAdd | { do: "clear"; at: string; name: string };

type DeskAction =
  | DeskAdd
  | { do: "remove" | "split" | "join" | "open"; id: number }
  | { do: "same"; ids: [number, number] }
  | { do: "undo" }
  | { do: "clear" };

type DeskQuestion =
  | { kind: "act"; state: unknown; action: string }
  | { kind: "record"; state: unknown; today: string; known: boolean };

/** The Navigation API, which Firefox ESR may lack. */
declare var navigation: EventTarget | undefined;

declare namespace chrome {
  /** Firefox only. */
  const sidebarAction: { open(): Promise<void> } | undefined;
}

declare module "*/touchstone.js" {
  /** The panel's package only. */
  export function paint(root: HTMLElement, entry: unknown, given: object | null, language: string): Painted | null;
  /** The panel's package only: the text of a paper about what is shown. */
  export function paper(entry: unknown, given: object, kind: string, style: string, language: string): string;
  /** The panel's package only: `[work, common]` after an action, which is JSON. */
  export function act(work: string, common: string, action: string, today: string): string[];
  /** The panel's package only: the words of the controls around the report, by name. */
  export function words(language: string): Record<string, string>;
  /** The package of the settings only: what holds, as JSON; `null` for no policy. */
  export function in_force(user: string, policy: string): string;
  /** The package of the settings only. */
  export function paint_settings(root: HTMLElement, state: string, language: string): void;
  /** The package of the settings only: the user's settings after an action; throws where it is refused. */
  export function act_settings(user: string, policy: string, action: string): string;
  /** The package of the settings only: the text of the file with what is kept, which is given as JSON by the name of the work. */
  export function kept_file(kept: string, now: string): string;
  /** The package of the settings only: `{ put, left }` as JSON; throws the word of a refusal. `here`: when what is here was kept. */
  export function read_kept_file(file: string, here: string, now: string, days?: number): string;
  /** The package of the settings only. */
  export function reset_counts(common: string): string;
  /** The reader's package only. */
  export function judge(url: string, html: string, today: string, known: boolean, aside: string, observed: string): Omit<Verdict, "quiet" | "work">;
  /** The desk's package only: what lies on the desk, as a text that is kept elsewhere. */
  export class Desk {
    constructor();
    /** The state after an action; throws the word of a refusal. */
    act(state: string, action: string): string;
    /** The record as JSON. */
    record(state: string, today: string, known: boolean): string;
  }
  /** The files' package only; throws a word of `Problem`. */
  export function open(name: string, bytes: Uint8Array): object;
  /** Added by the build: forgets the instance, so that the next `init` makes a fresh one. */
  export function discard(): void;
  export default function init(): Promise<unknown>;
}

/** One source of a practice candidate: a page or a text. */
type PracticeSource = { name: Told } & ({ url: string; html: string } | { text: string });

/** An invented candidate of the page at www, and what there was to see. */
interface Practice {
  id: string;
  title: Told;
  sources: PracticeSource[];
  seen: Told;
}

/** A language of the page at www. */
interface SpokenLanguage {
  code: string;
  /** In the language itself. */
  name: string;
  words: Record<string, string>;
  /** Where its briefing and its catalogue stand, where it has them. */
  briefing?: string;
  catalogue?: string;
}

/** Written by the build from src/lang; English first. */
declare module "*/languages.js" {
  export const LANGUAGES: [SpokenLanguage, ...SpokenLanguage[]];
}

/** Written by the build from www/practice. */
declare module "*/practice-set.js" {
  export const SET: Practice[];
}
