//! The platforms and messengers that a source can be on or point to.
//!
//! Names only: addresses, shapes and hints are the readers'.

use serde::{Deserialize, Serialize};

/// A platform or messenger on which a candidate has an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// linkedin.com
    Linkedin,
    /// github.com
    Github,
    /// upwork.com
    Upwork,
    /// gitlab.com
    Gitlab,
    /// x.com, formerly twitter.com
    X,
    /// t.me
    Telegram,
    /// Skype, closed in May 2025
    Skype,
    /// wa.me
    Whatsapp,
    /// Discord
    Discord,
    /// stackoverflow.com
    StackOverflow,
    /// dev.to
    DevTo,
    /// huggingface.co
    HuggingFace,
    /// wellfound.com, formerly `AngelList`
    Wellfound,
    /// xing.com
    Xing,
    /// malt.com and its sisters
    Malt,
    /// freelancer.com
    Freelancer,
    /// fiverr.com
    Fiverr,
    /// toptal.com
    Toptal,
    /// indeed.com
    Indeed,
    /// `LinkedIn` Recruiter and Sales Navigator: not the candidate's own page there
    LinkedinHiring,
    /// greenhouse.io
    Greenhouse,
    /// lever.co
    Lever,
    /// ashbyhq.com
    Ashby,
    /// workable.com
    Workable,
    /// smartrecruiters.com
    SmartRecruiters,
    /// teamtailor.com
    Teamtailor,
    /// bamboohr.com
    BambooHr,
    /// recruitee.com
    Recruitee,
    /// A résumé, as file or text.
    Resume,
    /// Any other page.
    Other,
}

impl Platform {
    /// Whether reading on it was held against real pages. Elsewhere the address is known and
    /// pages are read by meaning alone, which the verdict says.
    ///
    /// ```
    /// use touchstone::profile::Platform;
    /// assert!(Platform::Linkedin.is_verified());
    /// assert!(!Platform::Ashby.is_verified());
    /// ```
    pub const fn is_verified(self) -> bool {
        matches!(
            self,
            Self::Linkedin
                | Self::Github
                | Self::Upwork
                | Self::Telegram
                | Self::Resume
                | Self::Other
        )
    }
}
