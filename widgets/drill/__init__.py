"""What a drill looks like: border, watermark, strip, control page and the printed result."""
