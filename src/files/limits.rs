//! What is read at most, whatever the format.

use super::Problem;

/// The largest file, in bytes. A résumé has less than one megabyte; scans are larger.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// Visible text that is kept, in bytes: several novels.
pub(super) const MOST_TEXT: usize = 4 * 1024 * 1024;

/// Refuses a file that is larger.
pub(super) fn size(bytes: &[u8]) -> Result<(), Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem::TooLarge);
    }
    Ok(())
}
