"""What the files mean together, to Next.js. Only ``files`` and ``cache`` touch the disk; nothing runs user code."""
