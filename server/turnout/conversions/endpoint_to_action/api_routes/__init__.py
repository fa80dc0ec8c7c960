"""The methods of an API route, each as a function of its own, and the API route without them."""
