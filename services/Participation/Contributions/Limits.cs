namespace Integrationskonzept.Participation.Contributions;

/// <summary>How much people can say at once.</summary>
static class Limits
{
    public const int LeastOfText = 3;
    public const int Text = 4000;
    public const int Title = 200;
}
