"""Measurements as ratios against bare baselines. Printed for people; they gate nothing."""
