// @ts-check
// An invented candidate to try the panel on: the same one as at www (www/practice).

export const PRACTICE = {
  id: "early-cluster",
  /** @type {Record<string, string>} */
  name: {
    en: "Infrastructure engineer, one résumé",
    fr: "Ingénieur infrastructure, un CV",
    de: "Infrastrukturingenieur, ein Lebenslauf",
    es: "Ingeniero de infraestructura, un currículum",
  },
  text: `Bastien Quillfeather
Infrastructure engineer
Leeds, United Kingdom
bastien.quillfeather@fastpost.example

Summary
Infrastructure engineer who likes quiet nights and small pull requests.

Experience

Platform Engineer, Marrowby Parcels
May 2018 – Present
Keeps the parcel tracking platform running. Cut the time of a deployment from 40 to 6 minutes.

Systems Engineer, Dunmere Hosting
February 2008 – October 2011
Ran a Kubernetes cluster of 40 nodes for shared hosting customers and wrote its deployment scripts.

Education
BSc Computer Networks, Wharfedale College, 2004 – 2007

Skills
Linux, Kubernetes, Ansible, PostgreSQL
`,
};
