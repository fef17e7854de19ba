"""What people and programs are shown: one module a format, each a pure function of an assessment and a language.

Comes in: an Assessment and Sentences. Goes out: text or bytes. Never: a fact, a rule or an answer of its own; a report
shows what findings say and works nothing out again. Formats: the modules of this folder. `reading` puts an assessment
into the order in which people read it; `terminal` and `page` draw it.
"""
