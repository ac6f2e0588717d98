"""Doc → Record: times, places, actors, speech, events, certainty, figures, links."""
