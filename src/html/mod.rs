//! HTML as a browser serialises it.
