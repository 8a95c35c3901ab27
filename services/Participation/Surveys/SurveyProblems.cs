using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>People answer it, or have.</summary>
public sealed class SurveyIsNoDraft()
    : ConflictProblem(
        "survey-no-draft",
        new(
            "Seit die Umfrage geöffnet wurde, ändern sich ihre Fragen nicht mehr. Legen Sie eine neue an.",
            "Since the survey was opened, its questions do not change any more. Make a new one."
        )
    );

/// <summary>Not yet, or not any more.</summary>
public sealed class SurveyNotOpen(SurveyState state)
    : ConflictProblem(
        "survey-not-open",
        state == SurveyState.Draft
            ? new(
                "Diese Umfrage ist noch nicht geöffnet. Kommen Sie wieder, wenn sie beginnt.",
                "This survey is not open yet. Come again when it begins."
            )
            : new("Diese Umfrage ist zu Ende; es kommen keine Antworten mehr dazu.", "This survey is over; no more answers are taken.")
    );

/// <summary>There are no results before its end.</summary>
public sealed class SurveyNotClosed()
    : ConflictProblem(
        "survey-not-closed",
        new(
            "Das geht erst, wenn die Umfrage geschlossen ist: vorher sieht niemand Ergebnisse.",
            "This can be done once the survey is closed: nobody sees results before."
        )
    );

/// <summary>It is just being answered.</summary>
public sealed class SurveyStillOpen()
    : ConflictProblem("survey-still-open", new("Schließen Sie die Umfrage zuerst.", "Close the survey first."));

/// <summary>One answer each.</summary>
public sealed class SurveyAnsweredAlready()
    : ConflictProblem(
        "survey-answered",
        new(
            "Sie haben schon geantwortet. Weil niemand weiß, welche Antwort Ihre ist, lässt sie sich nicht mehr ändern.",
            "You have answered already. As nobody knows which answer is yours, it can't be changed any more."
        )
    );

/// <summary>A personal link is good once.</summary>
public sealed class SurveyLinkUsed()
    : ConflictProblem(
        "survey-link-used",
        new(
            "Mit diesem persönlichen Link wurde schon geantwortet; er gilt nur einmal. Waren das nicht Sie, bitten Sie um einen neuen.",
            "Somebody has answered by this personal link already; it is good once only. If that was not you, ask for a new one."
        )
    );

/// <summary>Closed, taken back, or never one of ours.</summary>
public sealed class SurveyLinkVoid()
    : NotFoundProblem(
        "survey-link-void",
        new(
            "Dieser Link gilt nicht oder nicht mehr: die Umfrage ist zu Ende, oder er ist nicht vollständig.",
            "This link is not valid, or no longer: the survey is over, or the link is not complete."
        )
    );

/// <summary>It has no public link.</summary>
public sealed class SurveyHasNoLink()
    : ConflictProblem(
        "survey-has-no-link",
        new(
            "Diese Umfrage ist nicht für alle mit dem Link. Das wird im Entwurf festgelegt.",
            "This survey is not for all who have the link. That is settled in the draft."
        )
    );

/// <summary>As many as there may be.</summary>
public sealed class TooManySurveyLinks()
    : ConflictProblem(
        "too-many-survey-links",
        new("Eine Umfrage hat höchstens 5.000 persönliche Links.", "A survey has 5,000 personal links at most.")
    );

/// <summary>As many as there may be.</summary>
public sealed class SurveyIsFull()
    : ConflictProblem(
        "survey-full",
        new("Diese Umfrage nimmt keine Antworten mehr an; es sind sehr viele.", "This survey takes no more answers; there are very many.")
    );

/// <summary>An id that others have used.</summary>
public sealed class SurveyAnswerIdTaken()
    : ConflictProblem(
        "survey-answer-id-taken",
        new(
            "Diese id hat schon eine andere Antwort. Nehmen Sie eine neue, zufällige.",
            "Another answer has this id. Take a new, random one."
        )
    );

/// <summary>People could be recognised.</summary>
public sealed class TooFewSurveyAnswers()
    : ConflictProblem(
        "survey-too-few-answers",
        new(
            "Es haben weniger als fünf Menschen geantwortet; was sie im Einzelnen sagten, wird nicht gezeigt.",
            "Fewer than five people have answered; what each of them said is not shown."
        )
    );
