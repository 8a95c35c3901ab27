using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Participation.Migrations
{
    /// <inheritdoc />
    public partial class InvitationsByMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "invitations",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "by_mail",
                table: "invitations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "invitations",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_tenant_ends_at",
                table: "invitations",
                columns: new[] { "tenant", "ends_at" },
                filter: "address is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_invitations_tenant_ends_at",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "address",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "by_mail",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "language",
                table: "invitations");
        }
    }
}
