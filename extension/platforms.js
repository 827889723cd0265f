// The platforms: names, hosts, and the addresses of candidates' pages, a row each. The reader has
// the same rows (src/readers/platforms.rs); tests/data/addresses.tsv holds both to one reading.
// Those that are not built in are asked for, one by one, in the settings.
"use strict";

globalThis.touchstonePlatforms ??= (() => {
  // Kind, id, name, hosts, paths (`*` a segment, `{id}` one with a digit, `**` any number of them, `?key`
  // a key that the query must have, `#` a route after that sign), first segments that are the platform's own.
  /** @type {[PlatformRow["kind"], string, string, string, string, string?][]} */
  const rows = [
    ["built-in", "linkedin", "LinkedIn", "*.linkedin.com", "/in/*/** /pub/*/**"],
    ["built-in", "github", "GitHub", "github.com", "/*", "about account apps blog business careers codespaces collections contact copilot customer-stories dashboard discussions edu education enterprise enterprises events explore features gist git-guides github github-copilot home issues join login logout marketplace mcp mobile models new newsroom nonprofit notifications open-source organizations orgs partners password_reset premium-support pricing projects pulls readme resources search security sessions settings signup site site-map solutions sponsors stars status stories suggestions support team terms topics training trending watching why-github"],
    ["built-in", "upwork", "Upwork", "www.upwork.com", "/freelancers/*/**"],
    ["profiles", "gitlab", "GitLab", "gitlab.com", "/*", "- abuse_reports admin api assets dashboard explore files groups health_check help import jwt login oauth profile projects public s search sitemap unsubscribes uploads users v2"],
    ["profiles", "stack-overflow", "Stack Overflow", "stackoverflow.com", "/users/{id}/**"],
    ["profiles", "dev-to", "DEV", "dev.to", "/*", "about admin api challenges code-of-conduct contact dashboard enter faq following guidelines guides latest listings mod new notifications pod privacy reading-list readinglist search settings shop signout_confirm sponsors subforems t tags terms top videos welcome"],
    ["profiles", "hugging-face", "Hugging Face", "huggingface.co", "/*", "api blog brand chat collections contact datasets docs enterprise huggingface inference inference-endpoints join languages learn login metrics models new new-dataset new-space notifications organizations papers posts pricing privacy search settings spaces storage support tasks terms-of-service welcome"],
    ["profiles", "wellfound", "Wellfound", "wellfound.com", "/u/*"],
    ["profiles", "xing", "XING", "www.xing.com", "/profile/*/**"],
    ["profiles", "malt", "Malt", "www.malt.com www.malt.fr www.malt.de www.malt.es", "/profile/*"],
    ["profiles", "freelancer", "Freelancer", "www.freelancer.com", "/u/*"],
    ["profiles", "fiverr", "Fiverr", "www.fiverr.com", "/*", "about business categories community cp dashboard gigs help hire inbox join lists login logo-maker pages pro resources search sellers settings signup start_selling support terms_of_service users"],
    ["profiles", "toptal", "Toptal", "www.toptal.com", "/developers/resume/* /designers/resume/* /finance/resume/* /project-managers/resume/*"],
    ["profiles", "indeed", "Indeed", "resumes.indeed.com employers.indeed.com", "/resume/* /candidates/*"],
    ["profiles", "linkedin-hiring", "LinkedIn Recruiter, Sales Navigator", "www.linkedin.com", "/talent/profile/* /talent/hire/**/profile/* /sales/lead/* /sales/people/*"],
    ["tracking", "greenhouse", "Greenhouse", "app.greenhouse.io", "/people/{id}/**"],
    ["tracking", "lever", "Lever", "hire.lever.co", "/candidates/{id}/**"],
    ["tracking", "ashby", "Ashby", "app.ashbyhq.com", "/candidates/{id}/** /candidates/**/right-side/candidates/{id}/**"],
    ["tracking", "workable", "Workable", "*.workable.com", "/backend/jobs/{id}/candidates/{id} /backend/jobs/{id}/browser/*/candidate/{id}"],
    ["tracking", "smart-recruiters", "SmartRecruiters", "www.smartrecruiters.com jobs.smartrecruiters.com", "/app/people/profile/{id}/** /app/people/candidates/{id}/** /app/people/applications/{id}/**"],
    ["tracking", "teamtailor", "Teamtailor", "app.teamtailor.com", "/companies/*/candidates/{id} /companies/*/candidates/segment/*/candidate/{id}"],
    ["tracking", "bamboo-hr", "BambooHR", "*.bamboohr.com", "/hiring/candidates/{id}"],
    ["tracking", "recruitee", "Recruitee", "app.recruitee.com", "#/dashboard/**?candidate"],
  ];

  /** @type {Record<string, string>} */
  const PARTS = { "/**": "(?:/[^/]+)*", "*": "[^/]+", "{id}": "[^/]*\\d[^/]*" };

  /** @param {string} shape @returns {PlatformRow["shapes"][number]} */
  function compiled(shape) {
    const [path = "", key] = shape.split("?");
    return { route: path.startsWith("#"), path: new RegExp(`^${path.replace("#", "").replace(/\/\*\*|\*|\{id\}/g, (part) => PARTS[part] ?? "")}/?$`), key };
  }

  return rows.map(([kind, id, name, hosts, shapes, reserved = ""]) => {
    const origins = hosts.split(" ").map((host) => `https://${host}/*`);
    // An application that never loads a second page is watched whole; of other sites only the
    // pages that may be a candidate's get the script.
    const paths = kind === "tracking" ? ["/*"] : shapes.split(" ").map((shape) => `${(/^[^*{]*/.exec(shape) ?? [""])[0]}*`);
    return {
      kind,
      id,
      name,
      origins,
      hosts: hosts.split(" "),
      matches: origins.flatMap((origin) => paths.map((path) => origin.slice(0, -2) + path)),
      /** As they are shown. */
      pages: hosts.split(" ").flatMap((host) => shapes.split(" ").map((shape) => (shape.startsWith("#") ? `${host}/${shape}` : host + shape))),
      excludeMatches: shapes === "/*" ? origins.map((origin) => `${origin}/*`) : [],
      shapes: shapes.split(" ").map(compiled),
      reserved: new Set(reserved ? reserved.split(" ") : []),
    };
  });
})();
