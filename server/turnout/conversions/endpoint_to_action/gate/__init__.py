"""What forbids a conversion before anything of the handler is read, and what middleware does on the way to it."""
