"""The figure as geometry: joints, poses, contacts and motion, without a picture."""
