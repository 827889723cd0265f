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

/** A signed-out LinkedIn profile. */
export function linkedin({ slug = "tobias-fernlund", name = "Tobias Fernlund", extra = "" } = {}) {
  return `<!doctype html><html lang="en"><head><title>${name} - Platform Engineer - Norrsken Data | LinkedIn</title>
<meta name="pageKey" content="public_profile_v3_desktop"><meta property="og:type" content="profile">
<link rel="canonical" href="https://se.linkedin.com/in/${slug}"></head><body>
<main class="main" id="main-content"><section class="top-card-layout"><h1 class="top-card-layout__title">${name}</h1>
<h2 class="top-card-layout__headline">Platform Engineer at Norrsken Data</h2><div class="profile-info-subheader"><span>Uppsala, Sweden</span></div></section>
<section data-section="experience"><h2>Experience</h2><ul><li class="profile-section-card experience-item"><h3>Platform Engineer</h3><h4>Norrsken Data</h4>
<span class="date-range"><time>Mar 2019</time> - Present</span><p>Runs the build farm.</p></li></ul></section>${extra}</main></body></html>`;
}

/** A page that is nobody's. */
export const list = `<!doctype html><html lang="en"><head><title>Explore · GitHub</title></head><body><main><h1>Explore</h1><p>Repositories of the week</p></main></body></html>`;

/** Script that may run under the strict policy of the served pages. */
export const script = (body) => `<script nonce="page">${body}</script>`;
