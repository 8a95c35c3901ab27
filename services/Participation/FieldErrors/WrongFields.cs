using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.FieldErrors;

/// <summary>Fields that are wrong, to be told all at once.</summary>
sealed class WrongFields
{
    readonly Dictionary<string, List<Text>> fields = [];

    public bool Any => fields.Count > 0;

    public void Add(string field, Text words)
    {
        if (fields.TryGetValue(field, out var known))
            known.Add(words);
        else
            fields[field] = [words];
    }

    public void ThrowIfAny()
    {
        if (Any)
            throw new FieldsWrong(fields.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Text>)pair.Value));
    }
}

/// <summary>Told at each field; of an answer by the key of the question.</summary>
public sealed class FieldsWrong(IReadOnlyDictionary<string, IReadOnlyList<Text>> fields)
    : Problem(
        StatusCodes.Status400BadRequest,
        "validation",
        new("Eingabe unvollständig oder falsch", "Input incomplete or wrong"),
        fields.Count == 1
            ? fields.Values.Single()[0]
            : new($"An {fields.Count} Stellen stimmt etwas nicht; es steht bei jeder.", $"{fields.Count} places are wrong; each says how.")
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions =>
        new Dictionary<string, object?>
        {
            ["errors"] = fields.ToDictionary(pair => pair.Key, pair => pair.Value.Select(words => words.ToString()).ToArray()),
        };
}
