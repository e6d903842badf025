"""Drawn shapes → rules and fills: by either engine (`drawing`), PDFium's (`paths`), typed as bars (`typed_frames`)."""
