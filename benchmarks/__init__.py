"""Ratios against named floors and peers, each taken in one run on one machine."""
