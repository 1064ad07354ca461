"""QR codes as matrices and pictures (ISO/IEC 18004); knows text and modules, nothing of plans."""

from generator.drawing.qr.matrix import QrMatrix, qr_matrix
from generator.drawing.qr.picture import QUIET_ZONE, dark_runs, qr_png, qr_svg, smallest_print_mm

__all__ = ["QUIET_ZONE", "QrMatrix", "dark_runs", "qr_matrix", "qr_png", "qr_svg", "smallest_print_mm"]
