"""Where pictures come from: the video process, or a drawing fake."""
