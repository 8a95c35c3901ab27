using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class ErasureIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_supports_tenant_supporter",
                table: "supports",
                columns: new[] { "tenant", "supporter" });

            migrationBuilder.CreateIndex(
                name: "ix_points_tenant_giver",
                table: "points",
                columns: new[] { "tenant", "giver" });

            migrationBuilder.CreateIndex(
                name: "ix_moderation_log_tenant_actor",
                table: "moderation_log",
                columns: new[] { "tenant", "actor" });

            migrationBuilder.CreateIndex(
                name: "ix_mails_reference",
                table: "mails",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "ix_cards_tenant_account",
                table: "cards",
                columns: new[] { "tenant", "account" },
                filter: "account is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_supports_tenant_supporter",
                table: "supports");

            migrationBuilder.DropIndex(
                name: "ix_points_tenant_giver",
                table: "points");

            migrationBuilder.DropIndex(
                name: "ix_moderation_log_tenant_actor",
                table: "moderation_log");

            migrationBuilder.DropIndex(
                name: "ix_mails_reference",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_cards_tenant_account",
                table: "cards");
        }
    }
}
