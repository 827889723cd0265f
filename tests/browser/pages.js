// Small invented pages for the tests of the browser side. Each has enough to be a person's page.

/** A GitHub profile in the shape that the reader knows. */
export function github({ login = "mira-okonedo", name = "Mira Okonedo", bio = "Compilers and coffee", title, extra = "" } = {}) {
  return `<!doctype html><html lang="en"><head><title>${title ?? `${login} (${name}) · GitHub`}</title>
<meta property="og:type" content="profile"><meta property="profile:username" content="${login}">
<meta name="user-login" content="the-viewer"></head><body>
<header><a href="/the-viewer">the-viewer</a></header>
<main id="js-repo-pjax-container"><div itemscope itemtype="http://schema.org/Person" class="h-card">
<h1 class="vcard-names"><span class="p-name vcard-fullname d-block" itemprop="name">${name}</span>
<span class="p-nickname vcard-username d-block" itemprop="additionalName">${login}</span></h1>
<div class="p-note user-profile-bio"><div>${bio}</div></div>
<ul class="vcard-details"><li itemprop="homeLocation"><span class="p-label">Porto, Portugal</span></li>
<li itemprop="url"><a href="https://mira.example/">mira.example</a></li></ul></div>
<div><h2>Pinned</h2><ol><li><a href="/${login}/lathe">lathe</a> <p>A toy compiler for small machines</p></li></ol></div>${extra}</main>
</body></html>`;
}

const role = ([title, employer, from, to, text]) => `<li class="profile-section-card experience-item"><h3>${title}</h3><h4>${employer}</h4>
<span class="date-range"><time>${from}</time> - ${to}</span><p>${text}</p></li>`;

/** A signed-out LinkedIn profile. */
export function linkedin({
  slug = "tobias-fernlund",
  name = "Tobias Fernlund",
  headline = "Platform Engineer at Norrsken Data",
  place = "Uppsala, Sweden",
  roles = [["Platform Engineer", "Norrsken Data", "Mar 2019", "Present", "Runs the build farm."]],
  extra = "",
} = {}) {
  return `<!doctype html><html lang="en"><head><title>${name} - ${headline} | LinkedIn</title>
<meta name="pageKey" content="public_profile_v3_desktop"><meta property="og:type" content="profile">
<link rel="canonical" href="https://se.linkedin.com/in/${slug}"></head><body>
<main class="main" id="main-content"><section class="top-card-layout"><h1 class="top-card-layout__title">${name}</h1>
<h2 class="top-card-layout__headline">${headline}</h2><div class="profile-info-subheader"><span>${place}</span></div></section>
<section data-section="experience"><h2>Experience</h2><ul>${roles.map(role).join("")}</ul></section>${extra}</main></body></html>`;
}

/** The person of tests/files/pdf-platform-export as two pages show him: with other dates than his file. */
export const ANSELM = {
  linkedin: {
    url: "https://www.linkedin.com/in/anselm-brandt-0000",
    html: linkedin({
      slug: "anselm-brandt-0000",
      name: "Anselm Brandt",
      headline: "Platform engineer at Nordlicht Systeme",
      place: "Bremen, Germany",
      roles: [
        ["Platform engineer", "Nordlicht Systeme", "Jan 2017", "Present", "Runs the clusters of forty teams."],
        ["System administrator", "Hafenlogistik Weser", "Feb 2011", "<time>Dec 2016</time>", "Kept the harbour's machines running."],
      ],
    }),
  },
  github: { url: "https://github.com/anselm-brandt-0000", html: github({ login: "anselm-brandt-0000", name: "Anselm Brandt", bio: "Keeps clusters calm" }) },
};

/** A page that is nobody's. */
export const list = `<!doctype html><html lang="en"><head><title>Explore · GitHub</title></head><body><main><h1>Explore</h1><p>Repositories of the week</p></main></body></html>`;

/** Script that may run under the strict policy of the served pages. */
export const script = (body) => `<script nonce="page">${body}</script>`;
