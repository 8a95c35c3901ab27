using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>A section can't stand in itself.</summary>
public sealed class SectionInItself()
    : UnprocessableProblem(
        "section-in-itself",
        new(
            "Ein Abschnitt kann nicht unter sich selbst oder unter einen seiner Unterabschnitte verschoben werden.",
            "A section can't be moved below itself or below one of its own sections."
        )
    );

/// <summary>Headings end there.</summary>
public sealed class SectionTooDeep()
    : UnprocessableProblem(
        "section-too-deep",
        new(
            $"Überschriften haben sechs Stufen, die erste ist der Titel des Konzepts: Tiefer als {Outline.Deepest} Ebenen geht es nicht.",
            $"Headings have six levels, the first is the concept's title: it can't go deeper than {Outline.Deepest} levels."
        )
    );

/// <summary>Where a section is to stand, there is no such one.</summary>
public sealed class PlaceUnknown(string field, string key)
    : InvalidFieldProblem(
        field,
        new($"Einen Abschnitt „{key}“ gibt es an dieser Stelle nicht.", $"There is no section “{key}” in that place.")
    );

/// <summary>A concept is a document that people can still read.</summary>
public sealed class TooManySections(int most)
    : ConflictProblem("too-many-sections", new($"Ein Konzept hat höchstens {most} Abschnitte.", $"A concept has at most {most} sections."));

/// <summary>With the section, those within it would go.</summary>
public sealed class SectionHasSections()
    : ConflictProblem(
        "section-has-sections",
        new(
            "Der Abschnitt hat Unterabschnitte. Verschieben oder löschen Sie diese zuerst.",
            "There are sections within this one. Move or delete them first."
        )
    );

/// <summary>Results and data go into it.</summary>
public sealed class SectionIsFilled()
    : ConflictProblem(
        "section-is-filled",
        new(
            "In dieses Kapitel fließen Ergebnisse eines Themenfelds oder Daten des Verfahrens; es kann nicht gelöscht werden.",
            "Results of a topic area or data of the process go into this chapter; it can't be deleted."
        )
    );

/// <summary>References to it would lead nowhere.</summary>
public sealed class SectionIsReferenced(IEnumerable<string> from)
    : ConflictProblem(
        "section-is-referenced",
        new(
            $"Auf diesen Abschnitt wird verwiesen: {string.Join(", ", from)}. Ändern Sie zuerst diese Verweise.",
            $"Other sections refer to this one: {string.Join(", ", from)}. Change those references first."
        )
    );

/// <summary>References to it would lead nowhere.</summary>
public sealed class MeasureIsReferenced(IEnumerable<string> from)
    : ConflictProblem(
        "measure-is-referenced",
        new(
            $"Auf diese Maßnahme wird verwiesen: {string.Join(", ", from)}. Ändern Sie zuerst diese Verweise.",
            $"Sections refer to this measure: {string.Join(", ", from)}. Change those references first."
        )
    );

/// <summary>A reference leads nowhere.</summary>
public sealed class ReferenceUnknown(IEnumerable<string> references)
    : UnprocessableProblem(
        "reference-unknown",
        new(
            $"Diese Verweise führen ins Leere: {string.Join(", ", references)}. Schreiben Sie [[abschnitt:Schlüssel]] oder "
                + "[[massnahme:Nummer]].",
            $"These references lead nowhere: {string.Join(", ", references)}. Write [[abschnitt:key]] or [[massnahme:number]]."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions =>
        new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["markdown"] = [Detail.ToString()] } };
}

/// <summary>Who can't see an image reads what is in it.</summary>
public sealed class ImageWithoutAlternative(IEnumerable<string> images)
    : UnprocessableProblem(
        "image-without-alternative",
        new(
            $"Diesen Bildern fehlt ein Alternativtext: {string.Join(", ", images)}. Schreiben Sie ![Was zu sehen ist](Adresse).",
            $"These images have no alternative text: {string.Join(", ", images)}. Write ![what can be seen](address)."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions =>
        new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { ["markdown"] = [Detail.ToString()] } };
}

/// <summary>Two have changed the same lines; both texts are told, and nothing is overwritten.</summary>
public sealed class EditConflict(MergeDto merge)
    : ConflictProblem(
        "edit-conflict",
        new(
            "Jemand hat dieselben Stellen inzwischen anders geändert. Entscheiden Sie Stelle für Stelle und speichern Sie dann auf "
                + "Grundlage der neuen Fassung.",
            "Somebody has changed the same places meanwhile. Decide place by place, then save based on the new revision."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions => new Dictionary<string, object?> { ["merge"] = merge };
}
