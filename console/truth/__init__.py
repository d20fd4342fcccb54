"""Whether a picture that is live shows what the camera is there to show: moved, covered, dark, blurred, frozen."""
