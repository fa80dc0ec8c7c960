"""Endpoint, Server Action or plain function? One file per signal; ``verdict`` weighs what they find."""
