"""The command line: reads arguments, calls flow, shows the result. Never: works anything out itself."""
