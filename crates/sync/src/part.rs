//! Parts of attachments: runs of their sealed segments.

use crate::codec::{CodecError, Reader};

/// Segments in every part but the last.
pub const SEGMENTS_PER_PART: u32 = 16;

/// How many parts an attachment of so many segments has.
pub fn parts_of(segments: u32) -> u32 {
    segments.div_ceil(SEGMENTS_PER_PART)
}

pub(crate) fn encode(segments: &[Vec<u8>]) -> Vec<u8> {
    let mut body = Vec::with_capacity(segments.iter().map(|segment| segment.len() + 4).sum());
    for segment in segments {
        let length = u32::try_from(segment.len()).expect("a segment has 256 KiB");
        body.extend(length.to_be_bytes());
        body.extend(segment);
    }
    body
}

pub(crate) fn decode(body: &[u8]) -> Result<Vec<Vec<u8>>, CodecError> {
    let (mut reader, mut segments) = (Reader(body), Vec::new());
    while reader.end().is_err() {
        let length = u32::from_be_bytes(reader.array()?);
        let length = usize::try_from(length).map_err(|_| CodecError)?;
        segments.push(reader.take(length)?.to_vec());
    }
    Ok(segments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_come_back_in_order_and_a_cut_part_is_refused() {
        let segments = vec![vec![1; 300], vec![], vec![2; 5]];
        let body = encode(&segments);
        assert_eq!(decode(&body).unwrap(), segments);
        assert!(decode(&body[..body.len() - 1]).is_err());
        assert_eq!(parts_of(1), 1);
        assert_eq!(parts_of(17), 2);
    }
}
