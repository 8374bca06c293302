"""The demonstration: a week of dispatch, a surge of requests, and the papers of one order."""
