using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Components;

/// <summary>What all fields of forms have: a label, a hint, and a place for what is wrong, tied together for who can't see.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Name in the form.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>Name in the API, by which its problems name it.</summary>
    [Parameter]
    public string? Api { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [CascadingParameter]
    public FormProblem? Problem { get; set; }

    /// <summary>Tells apart fields of forms that stand on a page several times, once for each thing.</summary>
    [Parameter]
    public object? Of { get; set; }

    protected string Id =>
        $"f-{Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal)}{(Of is null ? "" : $"-{Of}")}";

    protected string? Error => Problem?.At(Api);

    protected string? DescribedBy =>
        (Hint, Error) switch
        {
            (null, null) => null,
            (_, null) => $"{Id}-hint",
            (null, _) => $"{Id}-error",
            _ => $"{Id}-hint {Id}-error",
        };

    protected string? Invalid => Error is null ? null : "true";

    protected string Faulty(string block) => Error is null ? block : $"{block} {block}--error";
}
