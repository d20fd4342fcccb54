"""Tests of the video process, part by part."""
