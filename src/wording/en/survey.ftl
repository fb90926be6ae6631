### Reading surveys: columns, respondents, interventions, questions, corrections.
